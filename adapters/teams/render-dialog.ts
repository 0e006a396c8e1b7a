/** What a dialog shows, and the card that it puts into a message. Pure. */
import type { Answer } from '../../src/answer/answer.ts';
import type { Attachment } from './activity.ts';
import { attachment, card, paragraph, run } from './card.ts';
import { renderCard } from './render.ts';
import { renderAnswer, type SearchResponse } from './render-search.ts';
import { type Says, saysIn } from './says.ts';

/** The body of the response that opens a dialog or takes the place of the open one. */
export interface DialogResponse {
  readonly task: {
    readonly type: 'continue';
    readonly value: {
      readonly title: string;
      readonly width: 'medium';
      readonly height: 'large' | 'small';
      readonly card: Attachment;
    };
  };
}

/**
 * An answer in a dialog. `back`: the line of the answer that it takes the place of; `puts`: whether it can be put into a message.
 */
export function renderDialog(
  answer: Answer,
  { back, puts = true }: { readonly back?: string | undefined; readonly puts?: boolean } = {},
  says: Says = saysIn(answer.locale),
): DialogResponse {
  const content = renderCard(answer, { says, dialog: true, puts, ...(back === undefined ? {} : { back }) });
  return dialogOf(attachment(content), 'large', says.own.dialogTitle);
}

/** Words of our own in a dialog. As a card: clients do not agree on how a dialog of plain words looks. */
export function renderDialogWords(text: string, says: Says): DialogResponse {
  const body = [paragraph([run(text)])].filter((one) => one !== undefined);
  return dialogOf(attachment(card(body, text, text)), 'small', says.own.dialogTitle);
}

/** A card in a dialog. */
export function dialogOf(content: Attachment, height: 'large' | 'small', title: string): DialogResponse {
  return {
    task: {
      type: 'continue',
      value: { title, width: 'medium', height, card: content },
    },
  };
}

/** Closes the dialog and puts the answer into the message that is being written. */
export function renderPut(answer: Answer): SearchResponse {
  return {
    composeExtension: {
      type: 'result',
      attachmentLayout: 'list',
      attachments: [renderAnswer(answer)],
    },
  };
}
