// From the package it is `import { defineElements } from 'legenda'`.
import('../src/elements/define.ts').then(({ defineElements }) => defineElements());
