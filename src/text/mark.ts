export * from '../archive/text/mark.ts';
