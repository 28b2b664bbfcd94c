declare module "luxon-business-days" {
  class DateTime {
    static fromISO(text: string, options: { readonly zone: string }): DateTime;
    setupBusiness(options: { readonly holidayMatchers: readonly ((day: DateTime) => boolean)[] }): void;
    plusBusiness(options: { readonly days: number }): DateTime;
    toISODate(): string;
  }
  const plugin: { readonly DateTime: typeof DateTime };
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export default plugin;
}
