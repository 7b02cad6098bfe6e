import type { SimWorkbook } from '../model/workbook';
import { text } from '../wire/arguments';
import { NULL_OBJECT, remote, type ClassDefinition, type Remote, type Server } from '../wire/remote';

const settingCollectionClass: ClassDefinition<SimWorkbook> = {
  name: 'SettingCollection',
  methods: {
    GetItemOrNullObject: ({ settings }, args, server) => {
      const key = text(args, 0);
      return settings.has(key) ? setting(key, server) : NULL_OBJECT;
    },
    // Adds or replaces.
    Add: ({ settings }, args, server) => {
      const key = text(args, 0);
      settings.set(key, args[1]);
      return setting(key, server);
    },
  },
};

const settingClass: ClassDefinition<string> = {
  name: 'Setting',
  id: (key) => key,
  scalars: { Value: { get: (key, server) => server.workbook.settings.get(key) } },
};

function setting(key: string, server: Server): Remote {
  return remote(settingClass, key, server);
}

export function settingCollection(server: Server): Remote {
  return remote(settingCollectionClass, server.workbook, server);
}
