/** Questions in German, French and Spanish over the orchard: what answers them is among what is found. */
import { expect, test } from '@jest/globals';
import { ask, ids } from '../support/orchard.ts';

test.each([
  ['Warum spritzt kaum jemand in der Dämmerung?', 'spray'],
  ['Wer will das Spritzen verbieten?', 'joao-brandt'],
  ['wieso ist die Steuer auf Cider gestiegen', 'cider-tax'],
  ['Was zerstörte die Aprikosenblüte?', 'frost-late'],
  ['Wie viele Bienenstöcke verlor Portugal im Winter?', 'hives-portugal'],
  ['Die Schulen sollen ihren Schülern Bienenstöcke verleihen', 'schools-lend'],
  ['Combien de ruches le Portugal a perdu en hiver ?', 'hives-portugal'],
  ['pourquoi les abeilles meurent', 'spray'],
  ['Qui veut interdire les pesticides ?', 'joao-brandt'],
  ['Les écoles doivent prêter des ruches ?', 'schools-lend'],
  ['quand est ce que le musée ouvre', 'museum'],
  ['La laine protège les bourgeons du gel ?', 'frost-cover'],
  ['¿Cuántas colmenas perdió Turquía en un invierno?', 'hives-turkey'],
  ['quien quiere prohibir los pesticidas', 'joao-brandt'],
  ['¿Las escuelas deben prestar colmenas a los alumnos?', 'schools-lend'],
  ['por que sube el impuesto de la sidra', 'cider-tax'],
  ['¿Cuándo abre el museo?', 'museum'],
  ['la lana protege los brotes de la helada', 'frost-cover'],
])('%s', async (line, id) => {
  expect(ids(await ask(line))).toContain(id);
});
