using System.Net.Http.Headers;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.Testing;
using SkiaSharp;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_photos_are_added(ParticipationService service)
{
    const string Secret = "50.3990 8.0640 Kamera 4711";

    [Fact]
    public async Task A_photo_keeps_its_pixels_and_nothing_else_that_was_in_the_file()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var photo = await AddAsync(record, Pixels.Jpeg(3000, 1000, Secret)).ReadAsync<RecordPhotoDto>();
        (photo.Description, photo.Width, photo.Height).ShouldBe(("Die Wand mit Karten", 1600, 533));
        var kept = await record.Area.Moderator.GetByteArrayAsync($"{record.Url}/photos/{photo.Id}");
        kept.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Secret)).ShouldBe(-1);
        using var read = SKBitmap.Decode(kept);
        (read.Width, read.GetPixel(800, 200).Red > 200).ShouldBe((1600, true));
        (await record.ReadAsync()).Photos.Single().Id.ShouldBe(photo.Id);
        (await record.Area.Moderator.GetStringAsync($"{record.Url}/document")).ShouldContain("data:image/jpeg;base64,");

        await record.Area.Participant.GetAsync($"{record.Url}/photos/{photo.Id}").ProblemAsync(404, "not-found");
        await record.Area.Moderator.DeleteAsync($"{record.Url}/photos/{photo.Id}").ReadNothingAsync();
        (await record.ReadAsync()).Photos.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_photo_that_was_taken_with_the_camera_turned_stands_upright()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        byte[] turnedRight = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        var jpeg = Pixels.Jpeg(400, 200);
        byte[] turned = [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(turnedRight.Length + 2), .. turnedRight, .. jpeg[2..]];
        var photo = await AddAsync(record, turned).ReadAsync<RecordPhotoDto>();
        (photo.Width, photo.Height).ShouldBe((200, 400));
        using var read = SKBitmap.Decode(await record.Area.Moderator.GetByteArrayAsync($"{record.Url}/photos/{photo.Id}"));
        (read.GetPixel(5, 5).Red > 200, read.GetPixel(195, 395).Red > 200).ShouldBe((true, true), "the whole of it is painted");
    }

    [Fact]
    public async Task A_file_that_lies_about_its_type_and_what_is_too_large_is_refused()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        await AddAsync(record, "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray()).ProblemAsync(422, "no-picture");
        await AddAsync(record, "MZ program"u8.ToArray()).ProblemAsync(422, "no-picture");
        var whole = Pixels.Jpeg(400, 300);
        await AddAsync(record, whole[..(whole.Length / 3)]).ProblemAsync(422, "no-picture");
        await AddAsync(record, whole, "application/pdf").ProblemAsync(415, "unsupported-media-type");
        await AddAsync(record, new byte[(10 * 1024 * 1024) + 1]).ProblemAsync(413, "picture-too-large");
        await AddAsync(record, Bomb(), "image/png").ProblemAsync(413, "picture-too-large");
        await AddAsync(record, whole, description: "  ").ProblemAsync(400, "validation");
        await AddAsync(record, whole, who: record.Area.Participant).ProblemAsync(403, "forbidden");
        (await record.ReadAsync()).Photos.ShouldBeEmpty();
    }

    [Fact]
    public async Task There_are_only_so_many_also_when_they_come_at_once()
    {
        var record = await GivenEventRecord.AWorkshopAsync(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => AddAsync(record, Pixels.Jpeg(20, 20))));
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(12);
        (await record.ReadAsync()).Photos.Count.ShouldBe(12);
    }

    static async Task<HttpResponseMessage> AddAsync(
        GivenEventRecord record,
        byte[] file,
        string type = "image/jpeg",
        string description = "Die Wand mit Karten",
        HttpClient? who = null
    )
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await (who ?? record.Area.Moderator).PostAsync(
            $"{record.Url}/photos?description={Uri.EscapeDataString(description)}",
            content
        );
    }

    /// <summary>A few bytes that say that they are 60,000 by 60,000 pixels.</summary>
    static byte[] Bomb()
    {
        using var bitmap = new SKBitmap(1, 1);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var png = data.ToArray();
        byte[] size = [0, 0, 0xEA, 0x60];
        size.CopyTo(png, 16);
        size.CopyTo(png, 20);
        var crc = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(png.AsSpan(12, 17)));
        crc.CopyTo(png, 29);
        return png;
    }

    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
