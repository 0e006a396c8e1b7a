export * from '../archive/text/stop-words.ts';
