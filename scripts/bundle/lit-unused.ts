import type { Replacement } from './replace.ts';

/** What all three files have: warnings for authors, hooks for old browsers, names kept for another bundler. */
const FOR_OTHERS: readonly Replacement[] = [
  ['const DEV_MODE=true', 'const DEV_MODE=false'],
  [/\bpolyfillSupport\?\.\(.*?\);/, ''],
  [/\(global\.\w+Versions\?\?=\[\]\)\.push\(.*?\);/, ''],
];

const PLAIN_NAMES: Replacement = [/JSCompiler_renameProperty\(("\w+"),\w+\)/g, '$1'];

const REACTIVE_ELEMENT: readonly Replacement[] = [
  ...FOR_OTHERS,
  PLAIN_NAMES,
  // Decorators' notes on a class, and initializers.
  [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
  [/const metadata=this\[Symbol\.metadata\];if\(metadata!==null\)/, 'if(false)'],
  [/static addInitializer\(initializer\)\{.*?\}/, ''],
  ['superCtor._initializers!==undefined', 'false'],
  ['this.constructor._initializers', 'undefined'],
  // Controllers.
  [/addController\(.*?\}\}removeController\(.*?\}/, ''],
  [/this\.__controllers/g, 'undefined'],
  // Each class of ours has an array of style sheets, in order, none of them twice.
  ['this.finalizeStyles(this.styles)', 'this.styles'],
  [/static finalizeStyles\(.*?return elementStyles\}/, ''],
  // A property of ours is a string, a number or a Boolean, or has no attribute. Its name is a string.
  [/case Object:case Array:.*?break;?(?=\})/g, ''],
  [/options\.converter\b/g, 'undefined'],
  [/typeof name==="string"\?name\.toLowerCase\(\):undefined/, 'name.toLowerCase()'],
  [',...getOwnPropertySymbols(props)', ''],
  ['trustedTypes?trustedTypes.emptyScript:""', '""'],
  // It differs by `Object.is`, and has neither a default of its own nor an accessor written by hand.
  [/options\.(hasChanged|useDefault|noAccessor)/g, 'undefined'],
  ['options=defaultPropertyDeclaration', 'options'],
  ['??defaultPropertyDeclaration', ''],
  [/\{useDefault:useDefault,.*?\},initializeValue/, '{reflect}'],
  [/if\(useDefault&&.*?return\}\}/, ''],
  ['&&!useDefault', ''],
  ['??this.__defaultValues?.get(propName)??convertedValue', ''],
  [/\|\|undefined&&options\.reflect.*?options\)\)/, ''],
  ['this.prototype.hasOwnProperty(name)', 'false'],
  [/if\(elementProperties\.size>0\)\{for.*?value\)\}\}\}/, ''],
  [
    /const\{get:get,set:set\}=.*?set\?\.call\(this,value\)/,
    'return{get(){return this[key]},set(value){const oldValue=this[key];this[key]=value',
  ],
  [/const descriptor=(.*?\);)if\(descriptor!==undefined\)/, 'const descriptor=$1'],
  // `requestUpdate` is called by these accessors, or with nothing.
  [',options,useNewValue=false,newValue)', ',options)'],
  [
    /const ctor=this\.constructor;if\(useNewValue.*?getPropertyOptions\(name\);/,
    'const newValue=this[name];',
  ],
  // Elements are drawn when Lit says, and have finished when it says.
  [/const result=this\.scheduleUpdate\(\);.*?await result\}/, 'this.performUpdate();'],
  [/scheduleUpdate\(\)\{.*?return result\}/, ''],
  [/this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{return /, ''],
];

const LIT_HTML: readonly Replacement[] = [
  ...FOR_OTHERS,
  [/const (ENABLE_\w+)=true/g, 'const $1=false'],
  [/export const _\$LH=\{.*?\};/, ''],
  [/\bwrap\(wrap\(([\w.$]+)\)\.parentNode\)/, '$1.parentNode'],
  [/\bwrap\(([\w.$]+)\)/g, '$1'],
  // Templates are written by us, in `html` and `svg`, and trusted.
  ['export const mathml=tag(MATHML_RESULT);', ''],
  ['type===MATHML_RESULT', 'false'],
  [/const policy=.*?:undefined;/, ''],
  ['trustFromTemplateString(strings,htmlResult)', 'htmlResult'],
  [/typeof type==="number"\?(this\._\$getTemplate\(result\)):\(.*?,type\);/, '$1;'],
  // Their markup has neither comments nor names of tags that change.
  [/textEndRegex=.*?\/g;/, 'textEndRegex=/<\\/?[a-zA-Z][^>\\s]*/g;'],
  [/if\(match\[COMMENT_START\].*?\}(?=\}else if\(regex===tagEndRegex\))/, 'regex=tagEndRegex;'],
  [/if\(regex===doubleQuoteAttrEndRegex\|\|.*?rawTextEndRegex=undefined\}/, '{regex=tagEndRegex}'],
  ['rawTextEndRegex??textEndRegex', 'textEndRegex'],
  // Values stand between tags and in attributes, and are text, templates and lists of these.
  [/if\(rawTextElement\.test\(node.*?createMarker\(\)\)\}\}/, ''],
  [/else if\(name\.startsWith\(marker\)\)\{.*?\}\);.*?\}/, ''],
  [/else\{let i=-1;while.*?marker\.length-1\}\}/, ''],
  [/else if\(templatePart\.type===ELEMENT_PART\)\{.*?\}/, ''],
  [/if\(templatePart\.type===ATTRIBUTE_PART\)/, ''],
  [/class ElementPart.*?resolveDirective\(this,value\)\}\}/, ''],
  [/else if\(value\.nodeType.*?if\(isIterable\(value\)\)/, 'else if(isArray(value))'],
  ['if(part!==undefined)', ''],
  // Directives, and all that only they ask of a part: what it is, where it stands, whether it is on the page.
  [/function resolveDirective\(.*?return value\}(?=class)/, ''],
  [/\w+=resolveDirective\(this,value,directiveParent(,0)?\);/g, ''],
  [/v=resolveDirective\(this,(.*?),directiveParent,i\);if\(v===noChange\)\{.*?\}/, 'v=$1;'],
  [/=resolveDirective\(this,newListener,directiveParent,0\)\?\?nothing;if.*?\}/, '??=nothing;'],
  ['&&value!==noChange', ''],
  [',directiveParent=this', ''],
  ['_$setValue(values,part,i)', '_$setValue(values,i)'],
  [/constructor\(\)\{super\(\.\.\.arguments\);this\.type=\w+\}/g, ''],
  [/constructor\(element,name,strings,parent,options\)\{super\(.*?text\."\)\}\}/, ''],
  [/this\.type=\w+;/g, ''],
  [/get (_\$isConnected|startNode|endNode|tagName)\(\)\{.*?\}/g, ''],
  [/get parentNode\(\)\{let.*?return parentNode\}/, ''],
  [/get parentNode\(\)\{.*?\}/, ''],
  [/setConnected\(isConnected\)\{.*?\}\}(?=\})/, ''],
  ['this.__isConnected=options?.isConnected??true;', ''],
  [/this\._\$disconnectableChildren=undefined;/g, ''],
  [/this\._\$parent=parent;?/g, ''],
  ['this._$notifyConnectionChanged?.(false,true,from);', ''],
  ['.nextSibling,from)', '.nextSibling)'],
  ['.nextSibling,partIndex)', '.nextSibling)'],
  // Listeners are functions, without options. They are called on the element that draws the template.
  [/\|\|newListener\.capture.*?oldListener\.passive/, ''],
  [/if\(typeof this\._\$committedValue==="function"\)\{(.*?)\}else\{.*?\}/, '$1'],
  ['this.options?.host??this.element', 'this.options.host'],
  // Markup made on a server.
  [',noCommit)', ')'],
  ['&&!noCommit', ''],
  ['else{this._$committedValue=nothing}', ''],
  ['options?.creationScope??d', 'd'],
  ['options?.renderBefore??', ''],
  ['options??{}', 'options'],
];

const LIT_ELEMENT: readonly Replacement[] = [
  ...FOR_OTHERS,
  PLAIN_NAMES,
  [/constructor\(\)\{super\(\.\.\.arguments\);this\.(renderOptions=.*?;).*?\}/, '$1'],
  [/createRenderRoot\(\)\{.*?\}/, ''],
  [/if\(!this\.hasUpdated\)\{.*?\}/, ''],
  ['this.__childPart=render(', 'render('],
  [/connectedCallback\(\)\{.*?\}disconnectedCallback\(\)\{.*?\}render\(\)\{.*?\}/, ''],
  ['LitElement["_$litElement$"]=true;', ''],
  [/global\.litElementHydrateSupport.*?;/, ''],
  [/export const _\$LE=\{.*?;/, ''],
];

/**
 * What of Lit's files this project never asks for, by the names of the files. The texts are those of
 * Lit's development sources on one line.
 */
export const LIT_UNUSED: Readonly<Record<string, readonly Replacement[]>> = {
  'reactive-element': REACTIVE_ELEMENT,
  'lit-html': LIT_HTML,
  'lit-element': LIT_ELEMENT,
};

/** Where a source file asks for something of Lit that has been left out, as far as text can tell. */
export const USE_OF_LEFT_OUT =
  /\b(addController|addInitializer|converter|getUpdateComplete|hasChanged|mathml|noAccessor|noChange|scheduleUpdate|useDefault|type: (Object|Array))\b|lit\/(async|decorators|directive|static)[\w./-]*|<(!--|(script|style|textarea|title)\b)/;
