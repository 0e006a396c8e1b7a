export * from '../archive/text/fold.ts';
