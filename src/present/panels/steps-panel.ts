import type { PropertyDeclarations } from 'lit';
import type { Story } from '../../core/story.ts';
import { ask } from '../ask.ts';
import type { Lesson } from '../lesson.ts';
import { PanelDialog } from './panel-dialog.ts';

/** A dialog in which a step is chosen. */
export abstract class StepsPanel extends PanelDialog {
  static override properties: PropertyDeclarations = {
    story: { attribute: false },
    lesson: { attribute: false },
    reveal: { type: Boolean },
  };

  declare story: Story | undefined;
  declare lesson: Lesson | undefined;
  /** Whether titles and stills of steps that the class has not seen may be seen. */
  declare reveal: boolean | undefined;

  /** Whether the class may see this step's title and still. */
  protected mayBeSeen(index: number): boolean {
    return this.reveal === true || index < (this.lesson?.seen ?? 1);
  }

  /** Closes the dialog and asks for the step; does nothing where there is none. */
  protected visit(index: number | undefined): void {
    const step = this.story?.steps[index ?? -1]?.id;
    if (step === undefined) return;
    this.close();
    ask(this, { type: 'visit', step });
  }
}
