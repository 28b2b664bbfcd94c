import { say, type Text } from "../kernel/text.ts";
import type { PhotoRefusal } from "./evidence.ts";
import { formatNames } from "./formats.ts";

/** Why a photo was not kept, in a sentence that tells its sender what to do instead. */
export const sayRefusal = ({ code, megapixels, formats = [] }: PhotoRefusal): Text => {
  switch (code) {
    case "not-an-image":
      return say(
        "文件不是照片，请上传 JPEG、PNG、WebP 或 HEIC 照片",
        "the file is no photo; send a JPEG, PNG, WebP or HEIC",
      );
    case "truncated":
      return say("照片不完整，请重新上传", "the photo is incomplete; please send it again");
    case "too-many-pixels":
      return say(
        `照片像素过大（${megapixels ?? ">60"}百万像素，上限60），请用较低分辨率重拍`,
        `the photo has too many pixels (${megapixels ?? "over 60"} megapixels, at most 60); take it at a lower resolution`,
      );
    case "too-large":
      return say("照片超过20 MB，请压缩后重新上传", "the photo is over 20 MB; please send a smaller one");
    case "empty":
      return say("文件是空的，请重新上传", "the file is empty; please send it again");
    case "unknown-damage":
      return say("照片所属的损坏处不存在", "the photo belongs to a damage that the form does not describe");
    case "wrong-format":
      return say(
        `格式不符，请提交${formatNames(formats)}格式的图片`,
        `the picture is in another format; please send ${formatNames(formats)}`,
      );
    case "too-many-photos":
      return say("本案照片已达上限", "this case has as many photos as it can hold");
  }
};
