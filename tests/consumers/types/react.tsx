import type { Frame, Story } from 'legenda';
import type {} from 'legenda/react';

/** A story as React has it. */
export const page = (story: Story) => (
  <map-story
    story={story}
    place-names="ko"
    mode="read"
    stills
    className="wide"
    onstory-frame={(event: CustomEvent<Frame>) => event.detail.step}
    onstory-step={({ detail }) => detail.toUpperCase()}
  >
    <story-step id="yalu" moves />
  </map-story>
);

/** An embedded story as React has it. */
export const embedded = (
  <legenda-embed
    story="https://example.org/stories/first/"
    theme="dark"
    onstory-dwell={({ detail }) => detail.seconds.toFixed(1)}
  />
);

// @ts-expect-error: there is no such form of names.
export const wrong = <map-story place-names="latin" />;
