using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Scheduling.Migrations
{
    /// <inheritdoc />
    public partial class PresenceDigest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "presence_digest",
                table: "events",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "presence_digest",
                table: "events");
        }
    }
}
