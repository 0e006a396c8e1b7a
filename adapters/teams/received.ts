import type { Filled } from '../../src/answer/form.ts';

/** What an activity can ask of us. Read by `receive.ts`, served by `handle.ts`. */
export type Received =
  | {
      readonly kind: 'ask';
      readonly text: string;
      /** Of the people mentioned in it; absent where nobody is. */
      readonly names?: readonly string[];
      /** Key of the conversation whose last line may be continued. */
      readonly thread: string;
      readonly surface: 'channel' | 'group' | 'personal';
      /** The asker alone saw the question (a slash command in a group), and alone sees the answer. */
      readonly private: boolean;
      readonly delivery?: string;
      readonly locale?: string;
      /** By what the message is known when it is edited, and the thread that a reply to an answer goes on with. */
      readonly message?: { readonly key: string; readonly threadOf: (reply: string) => string };
      /** The thread of the answer that it quotes. */
      readonly follows?: string;
      /** It was changed; one that was changed long after it was written is answered only where it was answered before. */
      readonly edited?: 'now' | 'long ago';
    }
  | {
      readonly kind: 'press';
      readonly line: string;
      /** The line of the card that the button stood on, to go back to. */
      readonly from?: string;
      /** Post the answer for everybody, from a card that only one person sees. */
      readonly share: boolean;
      /** `execute` is answered in the response, `submit` by a change of the message that holds the card. */
      readonly via: 'execute' | 'submit';
      readonly message?: string;
      readonly thread: string;
      readonly private: boolean;
      readonly delivery?: string;
      readonly locale?: string;
    }
  | {
      readonly kind: 'verdict';
      readonly line: string;
      readonly revision: string;
      readonly helpful: boolean;
      readonly via: 'execute' | 'submit';
      readonly private: boolean;
      readonly delivery?: string;
    }
  | {
      /** A verdict by Teams' own buttons below a message. */
      readonly kind: 'judged';
      /** By what its answer is remembered. */
      readonly answer: string;
      readonly helpful: boolean;
      readonly delivery?: string;
    }
  | { readonly kind: 'search'; readonly text: string; readonly skip: number; readonly count: number }
  | {
      /** "Find related" in a message's menu, "Refine…" on a card, or a button in the dialog that one of them opened. */
      readonly kind: 'dialog';
      readonly line: string;
      readonly from?: string;
      /** Close the dialog and put the answer into the message that is being written. */
      readonly put: boolean;
      /** Whether answers can be put into a message: not in a dialog that a card in a conversation opened. */
      readonly puts: boolean;
      /** Show the form that refines the line. */
      readonly refine?: true;
      /** What was filled into that form. */
      readonly filled?: Filled;
      readonly locale?: string;
    }
  /** A link to our own pages was put into a message. */
  | { readonly kind: 'link'; readonly url: string }
  | {
      readonly kind: 'installed';
      readonly place: string;
      readonly scope: 'personal' | 'group';
      readonly delivery?: string;
    }
  | { readonly kind: 'removed'; readonly place: string }
  /** Addressed to us, but nothing that could be read; `reason` picks the words. */
  | {
      readonly kind: 'unreadable';
      readonly reason: 'attachment' | 'button' | 'command' | 'words';
      /** Where the reason can be said: in the conversation, in the response that the platform waits for, in a dialog. */
      readonly via: 'message' | 'invoke' | 'dialog';
      readonly delivery?: string;
    }
  | { readonly kind: 'ignored'; readonly why: string }
  /** Not answerable at all: a field that every reply needs is absent. */
  | { readonly kind: 'refused'; readonly why: string };
