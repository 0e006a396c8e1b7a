/**
 * What a page of the archive is to Slack: a Work Object, with its facts in a preview and more of them in a pane beside the
 * conversation. Pure. Fields without a format are read as they stand (docs: messaging/work-objects-implementation).
 */
import type { Answer } from '../../src/answer/answer.ts';
import { layOut, type ShownItem } from '../../src/answer/shown.ts';
import { isLinkable } from '../../src/kit/address.ts';
import { cut } from '../../src/kit/cut.ts';
import { PRODUCT } from '../../src/locales/brand.ts';
import { LIMITS } from './limits.ts';
import { ARCHIVE } from './more.ts';
import { type Says, saysIn } from './says.ts';
import { clean, oneLine } from './text.ts';

interface EntityField {
  readonly key: string;
  readonly label: string;
  readonly type: 'string';
  readonly value: string;
  readonly link?: string;
  readonly long?: true;
}

export interface Entity {
  readonly entity_type: 'slack#/entities/content_item';
  /** The page. */
  readonly url: string;
  /** The line that opens it, by which the pane asks for it. */
  readonly external_ref: { readonly id: string };
  /** The link as it was posted; in a preview alone. */
  readonly app_unfurl_url?: string;
  readonly entity_payload: {
    readonly attributes: {
      readonly title: { readonly text: string };
      readonly display_type: string;
      readonly product_name: string;
    };
    readonly fields?: { readonly description: { readonly value: string; readonly long: true } };
    readonly custom_fields: readonly EntityField[];
    readonly display_order: readonly string[];
    readonly actions: {
      readonly primary_actions: readonly {
        readonly text: string;
        readonly action_id: string;
        readonly url: string;
      }[];
    };
  };
}

/** How much of an entry is told: in a preview among other messages, or in a pane of its own. */
const ROOM = { preview: { fields: 4, text: 300 }, pane: { fields: 25, text: 1_000 } } as const;
const LABEL = 75;

/**
 * The entry that an answer opens; undefined where it opens none, or where nobody else may read its page.
 * @param posted the link as somebody posted it; for the pane absent
 */
export function entityOf(
  answer: Answer,
  posted?: string,
  says: Says = saysIn(answer.locale),
): Entity | undefined {
  const { address, line } = answer;
  if (!isLinkable(address, LIMITS.url.value)) return undefined;
  const [first, ...others] = layOut(answer, says.undated).runs.flatMap(({ items }) => items);
  if (first === undefined) return undefined;
  const room = posted === undefined ? ROOM.pane : ROOM.preview;
  const told = cut(clean(first.text.text).trim(), room.text) || cut(clean(answer.lead).trim(), room.text);
  const fields = [...ownFields(first, says), ...(posted === undefined ? others.flatMap(furtherField) : [])]
    .slice(0, room.fields)
    .map((field, place) => ({ ...field, key: `field-${place + 1}`, value: cut(field.value, room.text) }));
  return {
    entity_type: 'slack#/entities/content_item',
    url: address,
    external_ref: { id: line },
    ...(posted === undefined ? {} : { app_unfurl_url: posted }),
    entity_payload: {
      attributes: {
        title: { text: cut(oneLine(answer.title) || PRODUCT, LIMITS.headerText.value) },
        display_type: says.kind[first.item.kind],
        product_name: PRODUCT,
      },
      ...(told === '' ? {} : { fields: { description: { value: told, long: true } } }),
      custom_fields: fields,
      display_order: [...(told === '' ? [] : ['description']), ...fields.map(({ key }) => key)],
      actions: {
        primary_actions: [
          { text: cut(says.openPage, LIMITS.buttonText.value), action_id: ARCHIVE, url: address },
        ],
      },
    },
  };
}

type Told = Omit<EntityField, 'key'>;

function field(label: string, value: string, link?: string): readonly Told[] {
  const text = oneLine(value);
  if (text === '') return [];
  return [
    {
      label: cut(oneLine(label) || PRODUCT, LABEL),
      type: 'string',
      value: text,
      ...(isLinkable(link, LIMITS.url.value) ? { link } : {}),
      ...(text.length > LABEL ? { long: true as const } : {}),
    },
  ];
}

/** Who, when and where, what is stated, and where that is written: the place first, so that no room is too small for it. */
function ownFields({ byline, about, facts, cited, item }: ShownItem, says: Says): readonly Told[] {
  const [place] = cited;
  return [
    ...field(says.text.source, cited.map(({ label }) => label).join('; '), place?.url),
    ...field(says.kind[item.kind], [byline, about].filter((one) => one !== '').join(' · ')),
    ...facts.flatMap(({ label, value, url }) => field(label, value, url)),
  ];
}

/** What else belongs to the entry: a part of an event, a claim of a person, with its place. */
function furtherField({ title, text, byline, cited }: ShownItem): readonly Told[] {
  const [place] = cited;
  const said = [title.text, text.text].filter((one) => one !== '').join(': ');
  return field([byline, place?.short ?? ''].filter((one) => one !== '').join(' · '), said, place?.url);
}
