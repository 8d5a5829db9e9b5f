import { describeSamePicture } from '../support/same-picture.ts';

describeSamePicture({ width: 390, height: 760 }, { slow: ' @long', sought: ' @long' });
