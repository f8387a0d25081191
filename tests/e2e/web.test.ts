import { reasonToSkip } from './requirements.mjs';
import { describeWorkbench } from './scenario.ts';
import { openWebWorkbench } from './web/open.ts';

describeWorkbench('VS Code for the Web', reasonToSkip(), openWebWorkbench);
