/**
 * The vocabulary of generated texts. The words that carry the sense are those of policy events; behind them stands a long tail of coined
 * words, because real archives keep on meeting words that they have not seen before, and an index must bear that.
 */
import { below, pick, type Random } from './random.ts';

const split = (list: string): readonly string[] => list.trim().split(/\s+/);

/** What holds English sentences together, most frequent first. */
export const FUNCTION_WORDS = split(`
the of and to in a for is on that with as by are be from this it an at or was will which have has their can more also not
how its between these into than other about such through we our they been while both all what where who should most many
over under across within during before after there when each some any only but if so then because may could would
`);

/** Words of policy events, of which texts are about; each topic has its own share of them. */
export const CONTENT_WORDS = split(`
skill worker labour economy digital platform policy government employer union dialogue training youth region community
research migration recommendation service development industry education university employment transition technology
automation data protection social pension health care wage income contract standard right convention ratification coverage
reform budget finance investment infrastructure energy climate green emission agriculture farm food water river forest
fishery tourism transport logistics harbour port shipping trade export import tariff supply chain manufacture textile
garment factory mining construction housing urban rural village household family child gender woman disability inclusion
equality discrimination violence harassment safety accident inspection compliance court tribunal law regulation directive
treaty negotiation mediation conflict peace security refugee border visa passport identity remittance diaspora return
integration language culture heritage museum library archive record statistic survey indicator census sample estimate
forecast scenario model simulation algorithm robot sensor network internet broadband spectrum satellite device software
hardware cloud server database privacy encryption certificate signature payment bank currency credit loan insurance risk
audit transparency corruption election parliament ministry agency council committee delegation mandate programme project
evaluation monitoring impact outcome target goal progress challenge barrier opportunity strategy framework roadmap
partnership cooperation network alliance coalition movement campaign advocacy volunteer charity foundation donor grant
enterprise startup entrepreneur cooperative business market competition monopoly consumer price inflation tax subsidy
productivity growth recession crisis recovery resilience disaster flood drought storm earthquake pandemic vaccine hospital
nurse doctor patient medicine clinic sanitation nutrition hunger poverty slum shelter orphan elder teacher pupil student
curriculum classroom literacy numeracy apprentice internship vocational qualification diploma credential recognition mentor
career guidance counsellor recruitment vacancy redundancy dismissal severance overtime schedule shift telework commute
workplace office desk manager leadership teamwork creativity innovation patent licence copyright standardisation protocol
interoperability governance accountability legitimacy participation citizen resident tenant neighbour municipality province
district island coast mountain desert valley lake bridge railway road airport station vehicle battery hydrogen solar wind
turbine grid efficiency insulation waste recycling circular plastic chemical pollution soil biodiversity species habitat
conservation park ranger tourist guide artisan craft weaving pottery music theatre festival journalist broadcast podcast
newspaper editor rumour misinformation translation interpreter dialect indigenous elderhood ritual ceremony religion ethics
philosophy history memory justice reparation amnesty prison police patrol investigation evidence witness testimony verdict
appeal petition consultation referendum coalition minister ambassador envoy secretary rapporteur chair moderator panel
keynote plenary workshop seminar webinar roundtable session agenda minutes report concept note annex paragraph footnote
`);

const ENDINGS = ['', '', '', 's', 's', 'ing', 'ed', 'al', 'ation', 'er', 'ment', 'ity'] as const;
const VOWEL = /[aeiou]$/;

/** A word in one of its forms, so that a stemmer has something to do. */
export function inflect(word: string, random: Random): string {
  const ending = pick(random, ENDINGS);
  if (ending === '') return word;
  if (ending === 's') return word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
  return `${VOWEL.test(word) ? word.slice(0, -1) : word}${ending}`;
}

const ONSETS = split(
  'b br c ch cl cr d dr f fl g gl gr h j k kl l m n p ph pl pr qu r s sc sh sk sl sp st str t th tr v w z',
);
const NUCLEI = split('a a a e e e i i o o u ai au ea ee ia io oa ou');
const CODAS = split('b ck d ft g l ll lm m n nd ng nk nt p r rd rk rm rn rt s sk ss st t th x');

/** A word that English does not have but could. */
export function coinWord(random: Random): string {
  let word = '';
  const syllables = 2 + below(random, 3);
  for (let place = 0; place < syllables; place++) word += pick(random, ONSETS) + pick(random, NUCLEI);
  return random() < 0.6 ? word + pick(random, CODAS) : word;
}
