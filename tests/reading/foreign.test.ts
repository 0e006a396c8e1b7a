/** Which lines are taken for another language, before anything in them is mended into English. */
import { describe, expect, test } from '@jest/globals';
import { looksForeign } from '../../src/reading/foreign.ts';
import { wordsOf } from '../../src/reading/tokens.ts';
import { translated } from '../../src/reading/translate.ts';
import { orchardArchive } from '../support/orchard.ts';

const { vocabulary } = orchardArchive;

/** A line, and words that its English must hold. */
const GERMAN = [
  ['Warum streiken Lehrerinnen?', 'why strike teachers'],
  ['wieso kündigen so viele Krankenschwestern', 'why quit many nurses'],
  ['Wer bezahlt die Zäune?', 'who paid fences'],
  ['wann wird das Stadion abgerissen', 'when stadium demolish'],
  ['Woher stammt das Trinkwasser im Dorf?', 'from where drinking water village'],
  ['wie viel Kohle verdient ein Bäcker', 'how much coal baker'],
  ['Gibt es noch Bienen in den Gärten?', 'is there still bees garden'],
  ['weshalb fliehen Familien aus dem Tal', 'why flee families valley'],
  ['Welche Fische verschwinden zuerst?', 'which fish disappear first'],
  ['wofuer spenden Nachbarn', 'for what donate neighbours'],
  ['Muss man fuer die Faehre bezahlen?', 'must ferry'],
  ['Wem gehört der Wald?', 'belong forest'],
] as const;

const FRENCH = [
  ['pourquoi les boulangers ferment', 'why baker close'],
  ['Combien de gosses jouent dehors ?', 'how many children play outside'],
  ['Qui nettoie les plages ?', 'who clean beaches'],
  ['quand est ce que le stade ouvre', 'when stadium open'],
  ['Quels oiseaux disparaissent ?', 'which birds disappear'],
  ['cherche un boulot pour les ados', 'job teenagers'],
  ['On doit encore combien aux éleveurs ?', 'still how many livestock farmers'],
  ['Le train est trop cher pour eux', 'train too expensive'],
  ['comment protège-t-on les abeilles', 'how protected bees'],
  ['Qui paie la cantine ?', 'who pay canteen'],
  ['les bergers vivent où', 'herders live'],
  ['Pourquoi ils ont quitté leur village', 'why village'],
] as const;

const SPANISH = [
  ['¿Cuánta guita ganan los panaderos?', 'how much money baker'],
  ['por que huyen las familias', 'why flee families'],
  ['¿Quién limpia las playas?', 'who clean beaches'],
  ['cuando abre el gimnasio', 'when open gym'],
  ['¿Dónde duermen los jornaleros?', 'where sleep day labourers'],
  ['cuantos chavales juegan en la calle', 'how many boy play street'],
  ['¿Todavía se debe dinero a los pastores?', 'still owed money herders'],
  ['hay abejas en los huertos', 'there is bees orchards'],
  ['¿Qué aves desaparecen primero?', 'birds disappear first'],
  ['quienes siembran el maiz', 'who sow maize'],
  ['cual es el precio del boleto', 'what is price tickets'],
  ['Mi abuela cría ovejas y cabras', 'grandparents raise sheep goats'],
] as const;

describe('a line of another language is told, and read', () => {
  test.each([...GERMAN, ...FRENCH, ...SPANISH])('%s', (line, expected) => {
    const words = wordsOf(line);
    expect(looksForeign(words)).toBe(true);
    expect(translated(words, vocabulary)?.join(' ').split(' ')).toEqual(
      expect.arrayContaining(expected.split(' ')),
    );
  });
});

describe('English stays English', () => {
  test.each([
    'why do teachers strike?',
    'what did Ana de la Cruz say',
    'Ursula von der Leyen',
    'Carlos de los Santos',
    'was the war on pests won?',
    'who comments on la Niña',
    'warm water for bees',
    'pros and cons of a ban',
    'how many die in a heatwave',
    'what does El Salvador say about plastic',
    'son of a farmer',
    'frost',
  ])('%s', (line) => {
    expect(looksForeign(wordsOf(line))).toBe(false);
  });
});
