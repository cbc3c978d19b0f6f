/** An address in the process's memory; pointers fit a JavaScript number (they have at most 53 bits). */
export type Address = number;

/** The part of TensorFlow's C interface that we call (tensorflow/c/c_api.h, c/eager/c_api.h, c/tf_tensor.h). */
export interface CFunctions {
  TF_Version(): string;
  TF_NewStatus(): Address;
  TF_GetCode(status: Address): number;
  TF_Message(status: Address): string;

  TFE_NewContextOptions(): Address;
  TFE_ContextOptionsSetConfig(options: Address, proto: Uint8Array, size: number, status: Address): void;
  TFE_DeleteContextOptions(options: Address): void;
  TFE_NewContext(options: Address, status: Address): Address;
  TFE_ContextListDevices(context: Address, status: Address): Address;
  TF_DeviceListCount(list: Address): number;
  TF_DeviceListName(list: Address, index: number, status: Address): string;
  TF_DeviceListType(list: Address, index: number, status: Address): string;
  TF_DeleteDeviceList(list: Address): void;

  TF_AllocateTensor(dtype: number, dims: Address, rank: number, bytes: number): Address;
  TF_DeleteTensor(tensor: Address): void;
  TF_TensorData(tensor: Address): Address;
  TF_TensorByteSize(tensor: Address): number;
  TF_TensorElementCount(tensor: Address): number;
  TF_StringInit(text: Address): void;
  TF_StringCopy(text: Address, bytes: Uint8Array, size: number): void;
  TF_StringDealloc(text: Address): void;
  TF_StringGetDataPointer(text: Address): Address;
  TF_StringGetSize(text: Address): number;

  TFE_NewTensorHandle(tensor: Address, status: Address): Address;
  TFE_DeleteTensorHandle(handle: Address): void;
  TFE_TensorHandleResolve(handle: Address, status: Address): Address;
  TFE_TensorHandleCopyToDevice(handle: Address, context: Address, device: Address, status: Address): Address;
  TFE_TensorHandleBackingDeviceName(handle: Address, status: Address): string;
  TFE_TensorHandleDataType(handle: Address): number;
  TFE_TensorHandleNumDims(handle: Address, status: Address): number;
  TFE_TensorHandleDim(handle: Address, axis: number, status: Address): number;

  TFE_NewOp(context: Address, name: Address, status: Address): Address;
  TFE_OpReset(op: Address, name: Address, device: Address, status: Address): void;
  TFE_OpAddInput(op: Address, handle: Address, status: Address): void;
  TFE_OpSetAttrString(op: Address, name: Address, bytes: Uint8Array, size: number): void;
  TFE_OpSetAttrInt(op: Address, name: Address, value: number): void;
  TFE_OpSetAttrIntList(op: Address, name: Address, values: BigInt64Array, size: number): void;
  TFE_OpSetAttrFloat(op: Address, name: Address, value: number): void;
  TFE_OpSetAttrFloatList(op: Address, name: Address, values: Float32Array, size: number): void;
  TFE_OpSetAttrBool(op: Address, name: Address, value: number): void;
  TFE_OpSetAttrBoolList(op: Address, name: Address, values: Uint8Array, size: number): void;
  TFE_OpSetAttrType(op: Address, name: Address, value: number): void;
  TFE_OpSetAttrTypeList(op: Address, name: Address, values: Int32Array, size: number): void;
  TFE_OpSetAttrShape(op: Address, name: Address, dims: BigInt64Array, rank: number, status: Address): void;
  TFE_Execute(op: Address, handles: Address, count: Address, status: Address): void;

  TF_GetAllOpList(): Address;
  TF_DeleteBuffer(buffer: Address): void;
  TF_NewGraph(): Address;
  TF_DeleteGraph(graph: Address): void;
  TF_NewOperation(graph: Address, op: Address, name: Address): Address;
  TF_AddInput(operation: Address, input: GraphOutput): void;
  TF_AddInputList(operation: Address, inputs: BigInt64Array, size: number): void;
  TF_SetAttrString(operation: Address, name: Address, bytes: Uint8Array, size: number): void;
  TF_SetAttrInt(operation: Address, name: Address, value: number): void;
  TF_SetAttrIntList(operation: Address, name: Address, values: BigInt64Array, size: number): void;
  TF_SetAttrFloat(operation: Address, name: Address, value: number): void;
  TF_SetAttrFloatList(operation: Address, name: Address, values: Float32Array, size: number): void;
  TF_SetAttrBool(operation: Address, name: Address, value: number): void;
  TF_SetAttrBoolList(operation: Address, name: Address, values: Uint8Array, size: number): void;
  TF_SetAttrType(operation: Address, name: Address, value: number): void;
  TF_SetAttrTypeList(operation: Address, name: Address, values: Int32Array, size: number): void;
  TF_SetAttrShape(operation: Address, name: Address, dims: BigInt64Array, rank: number): void;
  TF_SetAttrTensor(operation: Address, name: Address, tensor: Address, status: Address): void;
  TF_FinishOperation(operation: Address, status: Address): Address;
  TF_GraphToFunction(
    graph: Address,
    name: Address,
    appendHash: number,
    operationCount: number,
    operations: Address,
    inputCount: number,
    inputs: BigInt64Array,
    outputCount: number,
    outputs: BigInt64Array,
    outputNames: Address,
    options: Address,
    description: Address,
    status: Address,
  ): Address;
  TF_DeleteFunction(func: Address): void;
  TFE_ContextAddFunction(context: Address, func: Address, status: Address): void;
  TFE_ContextRemoveFunction(context: Address, name: Address, status: Address): void;
}

/** One output of an operation of a graph (`TF_Output`). */
export interface GraphOutput {
  oper: Address;
  index: number;
}

/**
 * Result and parameters of each function in C, where `at` is any pointer kept as an {@link Address},
 * `bytes` one that takes a typed array for the length of the call, and `output` a {@link GraphOutput}.
 */
export const cSignatures: { readonly [name in keyof CFunctions]: string } = {
  TF_Version: "str ()",
  TF_NewStatus: "at ()",
  TF_GetCode: "int (at)",
  TF_Message: "str (at)",

  TFE_NewContextOptions: "at ()",
  TFE_ContextOptionsSetConfig: "void (at, bytes, size, at)",
  TFE_DeleteContextOptions: "void (at)",
  TFE_NewContext: "at (at, at)",
  TFE_ContextListDevices: "at (at, at)",
  TF_DeviceListCount: "int (at)",
  TF_DeviceListName: "str (at, int, at)",
  TF_DeviceListType: "str (at, int, at)",
  TF_DeleteDeviceList: "void (at)",

  TF_AllocateTensor: "at (int, at, int, size)",
  TF_DeleteTensor: "void (at)",
  TF_TensorData: "at (at)",
  TF_TensorByteSize: "size (at)",
  TF_TensorElementCount: "int64_t (at)",
  TF_StringInit: "void (at)",
  TF_StringCopy: "void (at, bytes, size)",
  TF_StringDealloc: "void (at)",
  TF_StringGetDataPointer: "at (at)",
  TF_StringGetSize: "size (at)",

  TFE_NewTensorHandle: "at (at, at)",
  TFE_DeleteTensorHandle: "void (at)",
  TFE_TensorHandleResolve: "at (at, at)",
  TFE_TensorHandleCopyToDevice: "at (at, at, at, at)",
  TFE_TensorHandleBackingDeviceName: "str (at, at)",
  TFE_TensorHandleDataType: "int (at)",
  TFE_TensorHandleNumDims: "int (at, at)",
  TFE_TensorHandleDim: "int64_t (at, int, at)",

  TFE_NewOp: "at (at, at, at)",
  TFE_OpReset: "void (at, at, at, at)",
  TFE_OpAddInput: "void (at, at, at)",
  TFE_OpSetAttrString: "void (at, at, bytes, size)",
  TFE_OpSetAttrInt: "void (at, at, int64_t)",
  TFE_OpSetAttrIntList: "void (at, at, bytes, int)",
  TFE_OpSetAttrFloat: "void (at, at, float)",
  TFE_OpSetAttrFloatList: "void (at, at, bytes, int)",
  TFE_OpSetAttrBool: "void (at, at, uint8_t)",
  TFE_OpSetAttrBoolList: "void (at, at, bytes, int)",
  TFE_OpSetAttrType: "void (at, at, int)",
  TFE_OpSetAttrTypeList: "void (at, at, bytes, int)",
  TFE_OpSetAttrShape: "void (at, at, bytes, int, at)",
  TFE_Execute: "void (at, at, at, at)",

  TF_GetAllOpList: "at ()",
  TF_DeleteBuffer: "void (at)",
  TF_NewGraph: "at ()",
  TF_DeleteGraph: "void (at)",
  TF_NewOperation: "at (at, at, at)",
  TF_AddInput: "void (at, output)",
  TF_AddInputList: "void (at, bytes, int)",
  TF_SetAttrString: "void (at, at, bytes, size)",
  TF_SetAttrInt: "void (at, at, int64_t)",
  TF_SetAttrIntList: "void (at, at, bytes, int)",
  TF_SetAttrFloat: "void (at, at, float)",
  TF_SetAttrFloatList: "void (at, at, bytes, int)",
  TF_SetAttrBool: "void (at, at, uint8_t)",
  TF_SetAttrBoolList: "void (at, at, bytes, int)",
  TF_SetAttrType: "void (at, at, int)",
  TF_SetAttrTypeList: "void (at, at, bytes, int)",
  TF_SetAttrShape: "void (at, at, bytes, int)",
  TF_SetAttrTensor: "void (at, at, at, at)",
  TF_FinishOperation: "at (at, at)",
  TF_GraphToFunction: "at (at, at, uint8_t, int, at, int, bytes, int, bytes, at, at, at, at)",
  TF_DeleteFunction: "void (at)",
  TFE_ContextAddFunction: "void (at, at, at)",
  TFE_ContextRemoveFunction: "void (at, at, at)",
};
