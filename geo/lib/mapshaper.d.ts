declare module 'mapshaper' {
  /** Runs mapshaper commands on named inputs held in memory; gives the named outputs. */
  function applyCommands(
    commands: string,
    inputs: Record<string, string | Uint8Array>,
  ): Promise<Record<string, Uint8Array>>;
  const mapshaper: { applyCommands: typeof applyCommands };
  export default mapshaper;
}
