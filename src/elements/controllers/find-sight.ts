import { needPart } from '../need-part.ts';
import { type StorySight, watchSight } from './story-sight.ts';

/** Sight of a story: whether its page has others is asked once. */
export async function findSight(host: Element, onChange: () => void): Promise<StorySight> {
  const isAlone =
    window.parent === window && document.querySelectorAll('map-story, legenda-embed').length < 2;
  if (isAlone) return watchSight(host, onChange);
  const { shareSight } = await needPart(host, 'The map', () => import('./shared-sight.ts'));
  return shareSight(host, onChange);
}
