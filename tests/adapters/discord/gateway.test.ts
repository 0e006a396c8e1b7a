import { afterEach, describe, expect, test } from '@jest/globals';
import { until } from './counterpart.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
afterEach(() => rig.stop());

describe('over the Gateway', () => {
  test('a mention is answered by reference', async () => {
    rig = await openRig();
    const id = rig.discord.say({ text: '@Rapporteur sessions sdg8' });
    const [reply] = await until(() => rig.discord.repliesTo(id).length > 0 && rig.discord.repliesTo(id));
    expect(JSON.stringify(reply?.payload)).toContain('SDG 8');
    expect(rig.discord.rest.violations).toEqual([]);
  });
});
