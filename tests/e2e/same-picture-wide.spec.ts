import { describeSamePicture } from '../support/same-picture.ts';

describeSamePicture({ width: 760, height: 480 }, { slow: ' @long', slowest: ' @long' });
