/** The name under which a story's page says, in a `<meta>`, where the script is that embeds the story in other pages. */
export const EMBED_SCRIPT_META = 'legenda-embed';
