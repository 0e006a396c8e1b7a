import { describe, expect, test } from '@jest/globals';
import { readQuestion } from '../../src/reading/questions/read.ts';

describe('what the wording of a question says', () => {
  test.each([
    ['what did popova say about migration', { want: 'remarks', by: 'popova', rest: 'migration' }],
    [
      'what did the unions recommend',
      { want: 'remarks', by: 'the unions', kinds: ['recommendation'], rest: '' },
    ],
    ['what was said about indonesian ports', { want: 'remarks', rest: 'indonesian ports' }],
    ['what was said there on online work', { want: 'remarks', rest: 'online work' }],
    ['all figures on japan', { kinds: ['figure'], rest: 'japan' }],
    ['which statistics were given about women', { kinds: ['figure'], rest: 'women' }],
    ['list the practices from singapore', { kinds: ['practice'], rest: 'singapore' }],
    ['paragraphs on fujitsu', { kinds: [], rest: 'fujitsu' }],
    ['oldest of your events', { command: 'sessions', want: 'oldest', rest: '' }],
    ['the latest webinar on skills', { command: 'sessions', want: 'newest', rest: 'webinar on skills' }],
    ['which weekday was the 2020 webinar', { want: 'date', rest: 'the 2020 webinar' }],
    ['what does mr tay have to say on gig work', { want: 'remarks', by: 'mr tay', rest: 'gig work' }],
    ['views on migration by the professor', { want: 'remarks', by: 'the professor', rest: 'migration' }],
    ['tell me what the minister said about visas', { want: 'remarks', by: 'the minister', rest: 'visas' }],
    ['would you be so kind as to tell me the date of the forum', { want: 'date', rest: 'the forum' }],
    [
      'what numbers did mr tay give on pay',
      { want: 'remarks', by: 'mr tay', kinds: ['figure'], rest: 'pay' },
    ],
    ['what is the full title of the 2020 webinar', { command: 'sessions', rest: 'the 2020 webinar' }],
    ['what type of meeting was session 181', { command: 'sessions', rest: 'session 181' }],
    ['what is the job of ada lund', { want: 'role', rest: 'ada lund' }],
    ['list all speakers from germany', { want: 'people', by: 'germany', rest: '' }],
    ['what should universities do', { command: 'recommendations', to: 'universities', rest: '' }],
    ['what should be done about visas', { command: 'recommendations', rest: 'visas' }],
    [
      'how can companies attract women',
      { command: 'recommendations', to: 'companies attract women', rest: '' },
    ],
    ['what was recommended on platform work', { command: 'recommendations', rest: 'platform work' }],
    ['who talked about brain circulation', { want: 'people', rest: 'brain circulation' }],
    ['who spoke for the ilo', { want: 'people', by: 'the ilo', rest: '' }],
    ['who is natalia popova', { want: 'role', rest: 'natalia popova' }],
    ['who moderated session 181', { want: 'moderators', rest: 'session 181' }],
    ['who organised the webinar', { want: 'organizers', rest: 'the webinar' }],
    ['who funded the project', { want: 'funders', rest: 'the project' }],
    ['how many people attended the webinar', { want: 'attendance', rest: 'webinar' }],
    ['how many workers are missing', { want: 'figure', rest: 'workers are missing' }],
    ['what share of gdp', { want: 'figure', tells: 'share', rest: 'gdp' }],
    ['when was the webinar', { want: 'date', rest: 'the webinar' }],
    ['on what date was the webinar', { want: 'date', rest: 'the webinar' }],
    ['which sessions mention visas', { command: 'sessions', rest: 'visas' }],
    ['please show me the sessions on gender', { command: 'sessions', rest: 'gender' }],
    ['what is guthi', { want: 'meaning', rest: 'guthi' }],
    ['tell me about the tech labor partnership', { want: 'meaning', rest: 'the tech labor partnership' }],
    ['link to the observatory paper', { want: 'materials', rest: 'the observatory paper' }],
    ['how many recommendations are there', { want: 'count', thing: 'recommendations', rest: '' }],
    [
      'what does the concept note say about polarization',
      { want: 'remarks', by: 'the concept note', rest: 'polarization' },
    ],
    ['what did the report note about visas', { want: 'remarks', by: 'the report', rest: 'visas' }],
    ['who mentioned visas in the 2020 webinar', { want: 'people', rest: 'visas', at: '2020 webinar' }],
    [
      'who spoke at the opening of the 2020 webinar',
      { want: 'people', by: 'opening', rest: '', at: '2020 webinar' },
    ],
    ['when was the news item published', { want: 'published', rest: 'the news item' }],
    ['where can i download the report', { want: 'materials', rest: 'the report' }],
    ['skills shortages in japan', { rest: 'skills shortages in japan' }],
  ])('%s', (words, reading) => {
    expect(readQuestion(words)).toEqual(reading);
  });

  test('a generic maker adds nothing, a named one is the maker', () => {
    expect(readQuestion('what should universities do according to the speakers')).toEqual({
      command: 'recommendations',
      to: 'universities',
      rest: '',
    });
    expect(readQuestion('what is needed according to popova')).toMatchObject({ by: 'popova' });
  });
});
