import type {} from 'legenda/vue';
import type { GlobalComponents } from 'vue';

type Story = InstanceType<GlobalComponents['map-story']>;
type Embed = InstanceType<GlobalComponents['legenda-embed']>;

/** What a template gives. */
export const given: Partial<Story['$props']> = { src: './story.json', 'place-names': 'ko' };

/** What a template hears. */
export const heard = (embed: Embed) =>
  embed.$emit('story-dwell', new CustomEvent('story-dwell', { detail: { step: 'a', seconds: 1 } }));

// @ts-expect-error: a theme has one of three names.
export const wrong: Partial<Embed['$props']> = { theme: 'blue' };
