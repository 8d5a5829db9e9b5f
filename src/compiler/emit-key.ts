import { formatDay } from '../core/calendar.ts';
import { doubtOf } from '../core/doubt.ts';
import type { Frame } from '../core/frame.ts';
import { type LegendEntry, legendOf, swatchOf } from '../core/legend.ts';
import { attributes, joined, type MaybeMarkup, markup } from '../core/markup.ts';
import { sampleTimeline } from '../core/sample-timeline.ts';
import type { Story } from '../core/story.ts';
import { createTimeline } from '../core/timeline.ts';
import { createViewport } from '../core/viewport.ts';

/** What a reader of a still needs beside it, as HTML. */
export interface StillKey {
  /** The day that it shows, and how sure it is; empty where the picture belongs to none. */
  date: MaybeMarkup;
  /** What its lines and areas stand for, as a list; empty where it has none. */
  legend: MaybeMarkup;
}

function emitEntry(entry: LegendEntry): MaybeMarkup {
  const { color, dash, text } = entry;
  const ink = attributes({ fill: color, stroke: color, 'stroke-dasharray': dash || undefined });
  return markup`<li><svg viewBox="0 0 30 16" width="30" height="16" aria-hidden="true"${ink}>${swatchOf(entry)}</svg> ${text}</li>`;
}

function emitDate({ date, day, layers }: Frame, lang: string): MaybeMarkup {
  if (date === null || day === null) return '';
  const front = layers.find(({ kind }) => kind === 'dated-line');
  const line = front?.kind === 'dated-line' ? front : undefined;
  const doubt = doubtOf(Math.round(line?.uncertainty ?? 0), line?.continuous === false);
  return markup`<time dir="auto" datetime="${date}">${formatDay(day, lang)}</time>${doubt && markup` <span>${doubt}</span>`}`;
}

/** Date and legend of each step's still, which shows the step at its end. By step id. */
export function emitStillKeys(story: Story): Map<string, StillKey> {
  const timeline = createTimeline(story, createViewport(1280, 800));
  return new Map(
    story.steps.map(({ id }) => {
      const frame = sampleTimeline(timeline, { step: id, progress: 1, travel: 0 });
      const entries = joined(legendOf(story, frame).map(emitEntry));
      const legend = entries && markup`<ul class="key">${entries}</ul>`;
      return [id, { date: emitDate(frame, story.lang), legend }];
    }),
  );
}
