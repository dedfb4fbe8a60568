import { IsUscc } from 'uscc-toolkit/class-validator';

export class Company {
  @IsUscc({ language: 'en' }, { groups: ['create'] })
  code = '';
}
