/** A style sheet, bundled as its text. */
declare module '*.css' {
  const text: string;

  // biome-ignore lint/style/noDefaultExport: esbuild gives a text no other name.
  export { text as default };
}
