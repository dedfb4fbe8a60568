import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import { checkCode } from '../check-code.ts';
import { checkRegistered } from '../check-registered.ts';
import type { FormOptions } from '../options.ts';

/**
 * A decorator for class-validator, and so for the ValidationPipe of NestJS. The value stays as it is: normalize it where it is kept. With
 * `lookup` among the options it has to be validated with `validate`, not `validateSync`.
 *
 * @example class Company { @IsUscc() code!: string }
 */
export function IsUscc(options: FormOptions = {}, validationOptions?: ValidationOptions): PropertyDecorator {
  const said = new WeakMap<object, string>();
  const keep = (object: object, message: string | null): boolean => {
    if (message !== null) said.set(object, message);
    return message === null;
  };
  return ValidateBy(
    {
      name: 'isUscc',
      validator: {
        validate(value, given) {
          const object = given?.object ?? {};
          return options.lookup === undefined
            ? keep(object, checkCode(value, options).message)
            : checkRegistered(value, options).then(({ message }) => keep(object, message));
        },
        defaultMessage: buildMessage((_, given) => {
          return (given && said.get(given.object)) ?? checkCode(given?.value, options).message ?? '';
        }, validationOptions),
      },
    },
    validationOptions,
  );
}
