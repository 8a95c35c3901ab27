using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using SkiaSharp;

namespace Integrationskonzept.Participation.Pictures;

/// <summary>
/// A picture that somebody sends, made anew from its pixels: whatever else was in the file (place, time, camera, a preview, another file
/// behind it) is gone, and what is no picture is refused by its content, whatever it is called.
/// </summary>
/// <param name="Jpeg">The picture as JPEG, upright.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record Picture(byte[] Jpeg, int Width, int Height)
{
    /// <summary>Bytes that may come in.</summary>
    public const int Limit = 10 * 1024 * 1024;

    /// <summary>Pixels that may be unpacked: a small file can hold very many.</summary>
    public const int MostPixels = 50_000_000;
    const int LongestSide = 1600;
    const int Quality = 82;
    static readonly string[] Types = ["image/jpeg", "image/png", "image/webp"];
    static readonly SKEncodedImageFormat[] Formats = [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp];

    // What unpacks a picture holds up to 200 MB: one at a time.
    static readonly SemaphoreSlim Turn = new(1);

    /// <exception cref="PictureMediaType">Said to be something else.</exception>
    /// <exception cref="PictureTooLarge">More bytes or pixels than there may be.</exception>
    /// <exception cref="NoPicture">The content is no picture, or broken.</exception>
    public static async Task<Picture> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var file = await BoundedBody.ReadAsync(request, Types, Limit, () => new PictureMediaType(), () => new PictureTooLarge(), ct);
        await Turn.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Of(file), ct);
        }
        finally
        {
            Turn.Release();
        }
    }

    static Picture Of(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Formats.Contains(codec.EncodedFormat))
            throw new NoPicture();
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            throw new PictureTooLarge();
        using var read = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(read.Info, read.GetPixels()) != SKCodecResult.Success)
            throw new NoPicture();
        var scale = Math.Min(1f, LongestSide / (float)Math.Max(read.Width, read.Height));
        var (width, height) = (Math.Max(1, (int)(read.Width * scale)), Math.Max(1, (int)(read.Height * scale)));
        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        using var surface = SKSurface.Create(new SKImageInfo(turned ? height : width, turned ? width : height));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Concat(Upright(codec.EncodedOrigin, width, height));
        using var image = SKImage.FromBitmap(read);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var made = surface.Snapshot();
        using var jpeg = made.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new(jpeg.ToArray(), made.Width, made.Height);
    }

    /// <summary>How a picture that was taken with the camera turned stands upright (EXIF's orientation).</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}

/// <summary>415: none of the types that are read.</summary>
public sealed class PictureMediaType()
    : Problem(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported-media-type",
        new("Inhaltstyp nicht verwendbar", "Unsupported media type"),
        new("Senden Sie das Bild als JPEG, PNG oder WebP.", "Send the picture as JPEG, PNG or WebP.")
    );

/// <summary>413: more than 10 MiB, or more pixels than there may be.</summary>
public sealed class PictureTooLarge()
    : Problem(
        StatusCodes.Status413PayloadTooLarge,
        "picture-too-large",
        new("Zu groß", "Too large"),
        new(
            "Ein Bild darf höchstens 10 MiB und 50 Millionen Bildpunkte haben. Verkleinern Sie es.",
            "A picture may have 10 MiB and 50 million pixels at most. Make it smaller."
        )
    );

/// <summary>The file is not what its type says.</summary>
public sealed class NoPicture()
    : UnprocessableProblem(
        "no-picture",
        new(
            "Die Datei ist kein lesbares Bild (JPEG, PNG, WebP), wie auch immer sie heißt.",
            "The file is no readable picture (JPEG, PNG, WebP), whatever it is called."
        )
    );
