import { pageElements } from './editor-data.ts';
import type { Attribute, Declaration, Described, Manifest } from './manifest.ts';

const NOTICE =
  '// Made by `npm run package` from the doc comments of the elements. Do not edit: it is written anew.';

/** Types that TypeScript has by itself. */
const BUILT_IN = /^(?:CustomEvent|string|boolean|number|null|undefined)$/;

const comment = (text = ''): string => `/** ${text.replace(/\s+/g, ' ')} */`;

/** Where an element's declaration is, from the package's script. */
function declarationPath({ modules }: Manifest, { name }: Declaration): string {
  const found = modules.find(({ declarations }) => declarations.some((each) => each.name === name));
  return (found?.path ?? '').replace(/^src\//, './types/').replace(/\.ts$/, '.js');
}

/** The imports of the elements' classes, and of the types that their events bring. */
function importLines(manifest: Manifest, elements: readonly Declaration[]): string[] {
  const classes = elements.map(
    (each) => `import type { ${each.name} } from '${declarationPath(manifest, each)}';`,
  );
  const texts = elements.flatMap(({ events = [] }) => events.map(({ type }) => type?.text ?? ''));
  const names = texts.flatMap((text) => text.replace(/\w+\s*:/g, '').match(/[A-Za-z]\w*/g) ?? []);
  const own = [...new Set(names)].filter((name) => !BUILT_IN.test(name)).sort();
  return [...classes, `import type { ${own.join(', ')} } from './types/index.js';`];
}

/** An attribute as a property of what a template takes: the type of the element's own property. */
function attributeLines(element: Declaration): string[] {
  return (element.attributes ?? []).flatMap(({ name, fieldName, type, description }: Attribute) => [
    comment(description),
    `'${name}'?: ${fieldName ? `${element.name}['${fieldName}']` : (type?.text ?? 'string')};`,
  ]);
}

/** Properties that no attribute sets, such as a compiled story. */
function propertyLines({ name, members = [] }: Declaration): string[] {
  const settable = members.filter(({ kind, attribute, type }) => {
    return kind === 'field' && attribute === undefined && /^Story\b/.test(type?.text ?? '');
  });
  return settable.flatMap((member) => [
    comment(member.description),
    `'${member.name}'?: ${name}['${member.name}'];`,
  ]);
}

const eventType = ({ type }: Described): string => type?.text ?? 'CustomEvent';

function reactProps(element: Declaration): string {
  const events = (element.events ?? []).flatMap((event) => [
    comment(event.description),
    `'on${event.name}'?: (event: ${eventType(event)}) => void;`,
  ]);
  const lines = [...attributeLines(element), ...propertyLines(element), ...events];
  return `${comment(element.description)}
export interface ${element.name}Props extends ElementProps<${element.name}> {
  ${lines.join('\n  ')}
}`;
}

/** Declarations for JSX in React 19 and later, which passes properties and events to custom elements. */
export function reactTypes(manifest: Manifest): string {
  const elements = pageElements(manifest);
  const entries = elements.map(({ tagName, name }) => `'${tagName}': ${name}Props;`);
  return `${NOTICE}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${importLines(manifest, elements).join('\n')}

type ElementProps<E> = DetailedHTMLProps<HTMLAttributes<E>, E>;

${elements.map(reactProps).join('\n\n')}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${entries.join('\n      ')}
    }
  }
}
`;
}

function vueProps(element: Declaration): string {
  const { name, events = [], description } = element;
  const told = events.map((event) => `'${event.name}': (event: ${eventType(event)}) => void;`);
  return `${comment(description)}
export interface ${name}Props {
  ${[...attributeLines(element), ...propertyLines(element)].join('\n  ')}
}

/** The events of the same element. */
export type ${name}Events = {${told.map((line) => `\n  ${line}`).join('')}
};`;
}

/** Declarations for templates of Vue 3. */
export function vueTypes(manifest: Manifest): string {
  const elements = pageElements(manifest);
  const entries = elements.map(
    ({ tagName, name }) => `'${tagName}': CustomElement<${name}, ${name}Props, ${name}Events>;`,
  );
  return `${NOTICE}
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
${importLines(manifest, elements).join('\n')}

/** The form that Vue's guide on web components gives. */
type CustomElement<E extends HTMLElement, Props, Events extends Record<string, (event: never) => void>> = new () => E & {
  $props: HTMLAttributes & Props & PublicProps;
  $emit: EmitFn<Events>;
};

${elements.map(vueProps).join('\n\n')}

declare module 'vue' {
  interface GlobalComponents {
    ${entries.join('\n    ')}
  }
}
`;
}
