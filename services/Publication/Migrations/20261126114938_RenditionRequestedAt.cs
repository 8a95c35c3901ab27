using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Publication.Migrations
{
    /// <inheritdoc />
    public partial class RenditionRequestedAt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "requested_at",
                table: "rendition_jobs",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()"); // jobs that wait already, and those of the version before
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "requested_at",
                table: "rendition_jobs");
        }
    }
}
