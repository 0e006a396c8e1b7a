/** The form that asks one question, for places where there is no field to write into. */
import type { Catalogue } from '../locales/catalogue.ts';
import { type Filled, type Form, type FormRead, filledIn } from './form.ts';

/** Longest question that is written into a form. */
const QUESTION = 500;

/** @example askForm(says).fields // one text, `question` */
export function askForm({ form, ask }: Catalogue): Form {
  return {
    name: 'ask',
    title: ask.title,
    submit: ask.submit,
    close: form.close,
    about: '',
    fields: [
      { kind: 'text', name: 'question', label: ask.question, hint: ask.hint, most: QUESTION, required: true },
    ],
  };
}

/** What was asked, as it was written; or that nothing was. */
export function readAsked(given: Filled, says: Catalogue): FormRead {
  const { filled, problems } = filledIn(askForm(says), given, says);
  const [line = ''] = filled.question ?? [];
  if (Object.keys(problems).length > 0) return { problems };
  return line === '' ? { problems: { question: says.ask.empty } } : { line };
}
