import type { Address, CFunctions } from "./c-functions.js";
import type { Status } from "./status.js";

/** Where ops run. */
export interface Device {
  readonly kind: "CPU" | "GPU";
  /** TensorFlow's name for it, as in "/job:localhost/replica:0/task:0/device:CPU:0". */
  readonly name: string;
}

/** The first GPU that TensorFlow lists, or else the CPU. */
export function findDevice(c: CFunctions, status: Status, context: Address): Device {
  const list = c.TFE_ContextListDevices(context, status.address);
  status.assertOk("list its devices");
  const devices = Array.from({ length: c.TF_DeviceListCount(list) }, (_, i) => ({
    kind: c.TF_DeviceListType(list, i, status.address),
    name: c.TF_DeviceListName(list, i, status.address),
  }));
  c.TF_DeleteDeviceList(list);
  const gpu = devices.find(({ kind }) => kind === "GPU");
  const cpu = devices.find(({ kind }) => kind === "CPU");
  return { kind: gpu === undefined ? "CPU" : "GPU", name: (gpu ?? cpu)!.name };
}
