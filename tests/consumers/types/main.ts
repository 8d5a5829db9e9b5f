import { compileStory, createTimeline, type Frame, type MapStory } from 'legenda';
import { formatIssue } from 'legenda/compiler';
import { createViewport, sampleTimeline } from 'legenda/core';
import { defineElements } from 'legenda/elements';
import type {} from 'legenda/embed.js';

defineElements();

const story: MapStory | null = document.querySelector('map-story');
story?.seek('yalu', 0.5);
const frame: Frame | undefined = await story?.settled();
const playhead = frame?.playhead;

const catalog = { datasets: {}, tables: {}, basemaps: ['atlas'] };
const compiled = compileStory('', { file: 'story.md', catalog });
const lines: string[] = compiled.issues.map(formatIssue);
if (compiled.story && playhead) {
  const timeline = createTimeline(compiled.story, createViewport(1280, 800));
  lines.push(sampleTimeline(timeline, playhead).date ?? '');
}

const embed = document.querySelector('legenda-embed');
embed?.addEventListener('story-end', () => console.log(lines));
