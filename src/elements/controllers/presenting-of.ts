import type { Story } from '../../core/story.ts';
import type { Guide, GuideOptions } from './read-guide.ts';
import type { Session } from './story-session.ts';

/** The element whose story is presented, as much of it as that takes. */
interface Presenter extends HTMLElement {
  renderRoot: HTMLElement | DocumentFragment;
  src: string;
  mode: 'read' | 'present' | 'notes' | undefined;
}

/** What is presented. */
export interface Presented {
  story: Story;
  session: Session;
  mode: 'present' | 'notes';
}

/** Loads what makes the guide of a lesson, for a story that is presented. */
export async function presentingOf(
  host: Presenter,
  { story, session, mode }: Presented,
): Promise<(options: GuideOptions) => Guide> {
  const { createPresenting } = await import('../../present/presenting.ts');
  const root = host.renderRoot as ShadowRoot;
  return (options) =>
    createPresenting({
      ...options,
      root,
      story,
      mode,
      src: host.src,
      stageOf: () => root.querySelector('story-stage')?.stage,
      onResize: session.resize,
      onLeave: () => {
        host.mode = 'read';
      },
    });
}
