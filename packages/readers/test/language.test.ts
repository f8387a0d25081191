import { describe, expect, it } from 'vitest';
import { readDraft } from '../src/index.ts';
import { temporaryFolder } from './files.ts';

const folder = await temporaryFolder();
const SPANISH = `No aprobé el primer examen en mi primer intento. En ese momento estudiaba de manera pasiva y tenía demasiados
compromisos. Con la ayuda de mi profesora cambié a un horario estructurado, con preguntas cada semana, y desde entonces
aprobé el examen y mejoré mucho mis calificaciones en las rotaciones clínicas del hospital.`;
const CHINESE =
  '我第一次没有通过考试。那时候我的学习方法很被动,同时承担了太多的工作。后来在老师的帮助下,我改变了学习计划,每周自我测试,第二次考试通过了。'.repeat(
    2,
  );
const ACTIVITIES = `Volunteer, Eastside Free Clinic, Chicago. Phlebotomy, vaccination, intake, scheduling, Spanish interpreting.
Research assistant, Nguyen Laboratory: Western blot, PCR, flow cytometry, ImageJ, poster presentation, Midwest Regional Meeting.
Captain, intramural soccer. Teaching assistant, anatomy. Tutor, biochemistry, organic chemistry. Photography, hiking, jazz piano,
marathon training, sourdough baking, chess, gardening.`;

async function read(name: string, text: string) {
  return readDraft(await folder.file(name, text));
}

describe('language', () => {
  it('refuses other languages and names them', async () => {
    await expect(read('es.md', SPANISH)).rejects.toMatchObject({
      code: 'other-language',
      message: expect.stringContaining('Spanish'),
    });
    await expect(read('zh.txt', CHINESE)).rejects.toMatchObject({
      code: 'other-language',
      message: expect.stringContaining('Chinese'),
    });
  });

  it('never refuses English: prose, lists of activities, foreign words in it', async () => {
    await expect(read('list.md', ACTIVITIES)).resolves.toBeDefined();
    await expect(read('caps.md', ACTIVITIES.toUpperCase())).resolves.toBeDefined();
    const mixed = `My grandmother said: "${SPANISH.slice(0, 120)}" I think of her when I see the patients in our clinic, and of what she said
      to me when I had failed the exam that she had prayed for, and I know that it was the best advice I have ever been given by anyone.`;
    await expect(read('mixed.md', mixed)).resolves.toBeDefined();
  });

  it('lets short texts pass', async () => {
    await expect(read('hobby.txt', 'Capoeira, açaí, forró e fotografia.')).resolves.toBeDefined();
  });
});
