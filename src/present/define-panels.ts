import { PresenterDesk } from './desk/presenter-desk.ts';
import { PresenterGoto } from './panels/presenter-goto.ts';
import { PresenterHelp } from './panels/presenter-help.ts';
import { PresenterOverview } from './panels/presenter-overview.ts';
import { PresenterPanels } from './panels/presenter-panels.ts';

const elements = {
  'presenter-help': PresenterHelp,
  'presenter-overview': PresenterOverview,
  'presenter-goto': PresenterGoto,
  'presenter-panels': PresenterPanels,
  'presenter-desk': PresenterDesk,
};

declare global {
  interface HTMLElementTagNameMap {
    'presenter-help': PresenterHelp;
    'presenter-overview': PresenterOverview;
    'presenter-goto': PresenterGoto;
    'presenter-panels': PresenterPanels;
    'presenter-desk': PresenterDesk;
  }
}

/** Registers the elements of presenting; those already registered stay as they are. */
export function definePanels(): void {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
