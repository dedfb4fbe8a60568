import { buildMessage, ValidateBy, type ValidationArguments, type ValidationOptions } from 'class-validator';
import { checkCode } from '../check-code.ts';
import { checkRegistered } from '../check-registered.ts';
import type { FormOptions } from '../options.ts';

const nothingGiven: ValidationArguments = {
  value: undefined,
  constraints: [],
  targetName: '',
  object: {},
  property: '',
};

/**
 * A decorator for class-validator, and so for the ValidationPipe of NestJS. The value stays as it is: normalize it where it is kept. With
 * `lookup` among the options it has to be validated with `validate`, not `validateSync`.
 *
 * @example class Company { @IsUscc() code!: string }
 */
export function IsUscc(options: FormOptions = {}, validationOptions?: ValidationOptions): PropertyDecorator {
  // By object and property: answers of a registry come in any order.
  const said = new WeakMap<object, Map<string, string>>();
  const keep = ({ object, property }: ValidationArguments, message: string | null): boolean => {
    const messages = said.get(object) ?? new Map<string, string>();
    said.set(object, messages);
    messages.set(property, message ?? '');
    return message === null;
  };
  return ValidateBy(
    {
      name: 'isUscc',
      validator: {
        validate(value, given = nothingGiven) {
          return options.lookup === undefined
            ? keep(given, checkCode(value, options).message)
            : checkRegistered(value, options).then(({ message }) => keep(given, message));
        },
        defaultMessage: buildMessage((_, given = nothingGiven) => {
          return said.get(given.object)?.get(given.property) ?? checkCode(given.value, options).message ?? '';
        }, validationOptions),
      },
    },
    validationOptions,
  );
}
