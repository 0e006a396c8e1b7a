export * from '../archive/text/stem.ts';
