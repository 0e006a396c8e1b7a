/**
 * The web page for the conformance suite, over real HTTP: a command is a line typed into the field (with the slash or
 * without), a thread is the hidden field that brings along the line before, a button is a link.
 */
import { expect } from '@jest/globals';
import { web } from '../../../adapters/web/adapter.ts';
import { LIMITS } from '../../../adapters/web/limits.ts';
import { byTag, type Element, elements, parseMarkup, visibleText } from '../../support/markup.ts';
import { openSite } from '../../support/site.ts';
import type { Driver, Incoming, Outcome, Reply, Rig, Surface } from '../driver.ts';
import { expectReply } from '../seeing.ts';

export const driver: Driver = {
  adapter: web,
  repeats: false,
  callsApi: false,
  async start(host) {
    const server = await openSite(host);
    const threads = new Map<string, string>();

    async function open(address: string, thread: string | undefined): Promise<Outcome> {
      const reply = await fetch(new URL(address, server.address));
      const text = await reply.text();
      if (reply.status >= 500) return 'refused';
      const page = parseMarkup(text);
      if (thread !== undefined) threads.set(thread, hiddenField(page));
      return readPage(page, text, (next) => open(next, thread));
    }

    async function send(_surface: Surface, { text, thread }: Incoming): Promise<Outcome> {
      const after = thread === undefined ? '' : (threads.get(thread) ?? '');
      return open(`/search?${new URLSearchParams({ q: text, ...(after === '' ? {} : { after }) })}`, thread);
    }

    const rig: Rig = {
      surfaces: ['command'],
      send,
      pressOld: (line) => open(`/search?${new URLSearchParams({ q: line })}`, undefined),
      async complete(typed) {
        const reply = await fetch(
          new URL(`/api/suggest?${new URLSearchParams({ q: typed })}`, server.address),
        );
        expect(reply.status).toBe(200);
        const suggestions = (await reply.json()) as readonly {
          label: string;
          line: string;
          detail: string;
        }[];
        expect(suggestions.length).toBeLessThanOrEqual(LIMITS.suggestions.value);
        return suggestions.map(({ label, detail, line }) => ({
          label: `${label} ${detail}`,
          choose: async () =>
            expectReply(await open(`/search?${new URLSearchParams({ q: line })}`, undefined)),
        }));
      },
      openHome: async () => expectReply(await open('/', undefined)),
      validate(payload) {
        if (typeof payload !== 'string') throw new Error('A page is a text');
        checkPage(payload);
      },
      async stop() {
        await server.close();
      },
    };
    return rig;
  },
};

function hiddenField(page: Element): string {
  return byTag(page, 'input').find(({ attributes }) => attributes.name === 'after')?.attributes.value ?? '';
}

/** A line that is asked, or the page of one thing. */
const LEADS_ON = /^\/((?:search)?\?q=|(sessions|people|organizations|contributions|topics|goals)\/)/;

function readPage(page: Element, text: string, open: (address: string) => Promise<Outcome>): Reply {
  const main = byTag(page, 'main')[0] ?? page;
  const buttons = byTag(main, 'a')
    .filter(({ attributes }) => LEADS_ON.test(attributes.href ?? ''))
    .map((link) => ({
      label: visibleText(link).replace(/\s+/g, ' '),
      async press() {
        const outcome = await open(link.attributes.href ?? '/');
        if (typeof outcome === 'string') throw new Error(`The link led to ${outcome}`);
        return outcome;
      },
    }));
  return { visible: visibleText(main), buttons, private: true, payload: text };
}

/** What a page must keep to, beyond being strict markup: no inline code or style, nothing from elsewhere. */
export function checkPage(text: string): void {
  for (const { tag, attributes, children } of elements(parseMarkup(text))) {
    for (const name of Object.keys(attributes)) {
      if (/^on|^style$/.test(name)) throw new Error(`<${tag}> has the attribute ${name}`);
    }
    if (tag === 'style' || (tag === 'script' && children.length > 0)) throw new Error(`Inline <${tag}>`);
    const { src, href } = attributes;
    const loaded = tag === 'link' || tag === 'script' || tag === 'img' ? (src ?? href) : undefined;
    if (loaded !== undefined && !/^\/(?!\/)/.test(loaded))
      throw new Error(`<${tag}> is loaded from ${loaded}`);
    if (tag === 'a' && !/^(\/(?!\/)|https:\/\/|#)/.test(href ?? ''))
      throw new Error(`A link leads to ${href}`);
  }
}
