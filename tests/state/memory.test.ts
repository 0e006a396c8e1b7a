import { createMemoryState } from '../../src/state/memory.ts';
import { testState } from './suite.ts';

testState('memory', async (clock) => createMemoryState({ clock: clock.now }));
