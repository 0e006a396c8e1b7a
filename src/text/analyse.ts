export * from '../archive/text/analyse.ts';
