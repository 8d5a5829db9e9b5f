import { describeSamePicture } from '../support/same-picture.ts';

describeSamePicture({ width: 1000, height: 640 });
