import { formatDay } from './calendar.ts';
import type { Frame, FrameLayer, FrameRoute } from './frame.ts';
import type { Story } from './story.ts';

/** The way is that of the route's first path. */
function describeRoute(title: string, { paths: [first] }: FrameRoute): string {
  if (!first || !title) return '';
  return first.reveal < 1
    ? `${title} (${Math.round(first.reveal * 100)} per cent of the way)`
    : title;
}

function describeLayer(story: Story, layer: FrameLayer): string {
  const { title = '', sides } = story.layers.find(({ id }) => id === layer.id) ?? {};
  if (layer.kind === 'dated-line') {
    const broken = layer.continuous ? '' : 'no continuous front';
    const doubt = layer.uncertainty > 0 ? `uncertain by ${Math.round(layer.uncertainty)} km` : '';
    const remarks = [broken, doubt].filter(Boolean).join(', ');
    return remarks && title ? `${title} (${remarks})` : title;
  }
  if (layer.kind === 'dated-area' && sides) return `${sides.north}; ${sides.south}`;
  if (layer.kind === 'route') return describeRoute(title, layer);
  return title;
}

/**
 * The picture in one sentence, for readers who cannot see it: the author's own words where the step
 * has `alt`, then the day, what is shown, and the places that are named.
 */
export function describeFrame(story: Story, frame: Frame): string {
  const step = story.steps.find(({ id }) => id === frame.step);
  const list = new Intl.ListFormat(story.lang, { type: 'conjunction' });
  const shown = frame.layers.map((layer) => describeLayer(story, layer)).filter(Boolean);
  const names = frame.labels.flatMap(({ id }) => story.places[id]?.name ?? []);
  const parts = [
    step?.alt.replace(/\.$/, '') || `Map for “${step?.title ?? frame.step}”`,
    frame.day === null ? '' : formatDay(frame.day, story.lang),
    shown.length > 0 ? `shown: ${list.format(shown)}` : '',
    names.length > 0 ? `named: ${list.format(names)}` : '',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
