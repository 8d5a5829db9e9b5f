import { describeSamePicture } from '../support/same-picture.ts';

describeSamePicture({ width: 844, height: 390 }, { tag: ' @long' });
