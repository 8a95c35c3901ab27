using SkiaSharp;

namespace Integrationskonzept.Participation.Tests;

/// <summary>Files as cameras make them.</summary>
static class Pixels
{
    /// <summary>A red picture, with something said in the file that is no pixel.</summary>
    public static byte[] Jpeg(int width, int height, string? comment = null)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Red);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        var jpeg = data.ToArray();
        if (comment is null)
            return jpeg;
        // A comment right after the file's beginning, as cameras put their data.
        var text = System.Text.Encoding.ASCII.GetBytes(comment);
        return [.. jpeg[..2], 0xFF, 0xFE, 0, (byte)(text.Length + 2), .. text, .. jpeg[2..]];
    }
}
